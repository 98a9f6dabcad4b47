package zhanggui.audit;

import java.util.UUID;

/**
 * A record a viewer may read, as far as those need to know it who attach something to it, whatever it is.
 *
 * @param list the name of the list it stands in
 * @param title what it is called
 * @param editable whether the viewer may change it
 */
public record RecordHead(String list, UUID id, String title, boolean editable) {}
