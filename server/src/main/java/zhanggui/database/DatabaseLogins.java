package zhanggui.database;

/**
 * Who logs in to the database: the owner of the tables to migrate them, and for everything else the application, which
 * owns nothing. What gets into its statements from outside cannot become the owner.
 *
 * @param url of the database, for JDBC
 */
record DatabaseLogins(String url, Login owner, Login application) {
    /** The role that holds the application's rights, and that its connections act as. */
    static final String ROLE = "zhanggui_app";

    record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }
}
