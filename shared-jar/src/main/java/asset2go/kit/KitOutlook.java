package asset2go.kit;

import asset2go.page.Ref;
import java.util.List;

/**
 * How a kit stands in a window.
 *
 * @param complete how many complete ones can go out, up to {@link KitAvailability#MOST}
 * @param shortSlots where one kit more fails; empty where that many can go out
 */
public record KitOutlook(Ref kit, int complete, List<String> shortSlots) {}
