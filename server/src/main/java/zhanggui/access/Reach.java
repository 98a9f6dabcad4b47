package zhanggui.access;

/** How far a permission reaches over other people's records 数据范围. */
public enum Reach {
    /** 本人. */
    OWN,
    /** 本人及下属: along solid reporting lines. */
    SUBORDINATES,
    /** 本部门: the people of one's own units. */
    DEPARTMENT,
    /** 本部门及下级. */
    DEPARTMENT_TREE,
    /** 自定义: chosen units, each with those below. */
    CHOSEN,
    /** 全部. */
    ALL;

    /** Whether whoever is covered by {@code other} is covered by this, whatever the organisation. */
    boolean contains(Reach other) {
        return this == other || this == ALL || other == OWN || (this == DEPARTMENT_TREE && other == DEPARTMENT);
    }
}
