package asset2go.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Made-up files in the shape of a data centre: regions of ten sites, sites of ten floors, floors of
 * ten rooms, rooms of a hundred assets. In each room stand two racks with a power strip and devices
 * in them, one device in ten is checked out to somebody, and half of the rooms depend on power: the
 * devices on the strips, and these through a chain of switch boards on the site's main feed. The
 * first room of each floor has a cage of ten assets, and that a shelf with one.
 */
final class Campus {

  static final int ROOM = 100;
  static final int FLOOR = 10 * ROOM;
  static final int SITE = 10 * FLOOR;

  private static final int DEVICE = 4;
  private static final int CHAIN = 80;
  private static final int LINKS = 8;
  private static final int CAGE = 90;
  private static final int SHELF = 99;
  private static final int MODELS = 40;
  private static final int MODELLED_SITES = 50;

  private Campus() {}

  static String site(int site) {
    return "site-" + site;
  }

  static String floor(int site, int floor) {
    return site(site) + "-" + floor;
  }

  static String room(int site, int floor, int room) {
    return floor(site, floor) + room;
  }

  static String cage(int site, int floor) {
    return room(site, floor, 0) + "-cage";
  }

  static String shelf(int site, int floor) {
    return cage(site, floor) + "-shelf";
  }

  static String tag(int site, int floor, int room, int asset) {
    return "S%d-%d%d-%02d".formatted(site, floor, room, asset);
  }

  /**
   * What ten steps of power lead from: the last switch board of a floor, down to a device's own.
   */
  static String head(int site, int floor) {
    return tag(site, floor, 0, CHAIN + LINKS - 1);
  }

  /** What thousands of devices of the site need in the end. */
  static String main(int site) {
    return tag(site, 0, 0, CHAIN + LINKS);
  }

  static byte[] locations(int from, int to) {
    StringBuilder text = new StringBuilder("code,name,kind,parent\n");
    for (int site = from; site < to; site++) {
      if (site % 10 == 0) {
        text.append("region-%d,Region %d,REGION,%n".formatted(site / 10, site / 10));
      }
      text.append("%s,Site %d,SITE,region-%d%n".formatted(site(site), site, site / 10));
      for (int floor = 0; floor < 10; floor++) {
        text.append("%s,Floor %d,FLOOR,%s%n".formatted(floor(site, floor), floor, site(site)));
        for (int room = 0; room < 10; room++) {
          text.append(
              "%s,Room %d%d,ROOM,%s%n"
                  .formatted(room(site, floor, room), floor, room, floor(site, floor)));
        }
        text.append("%s,Cage,AREA,%s%n".formatted(cage(site, floor), room(site, floor, 0)));
        text.append("%s,Shelf,AREA,%s%n".formatted(shelf(site, floor), cage(site, floor)));
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static byte[] assets(int site) {
    StringBuilder text =
        new StringBuilder(
            "tag,name,category,manufacturer,model,serial,status,location,container,holder,purchaseDate,price,currency\n");
    for (int floor = 0; floor < 10; floor++) {
      for (int room = 0; room < 10; room++) {
        for (int asset = 0; asset < ROOM; asset++) {
          text.append(row(site, floor, room, asset));
        }
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String row(int site, int floor, int room, int asset) {
    boolean inCage = room == 0 && asset >= CAGE;
    boolean isHeld = !inCage && asset >= DEVICE && asset % 10 == 4;
    String place =
        inCage
            ? asset == SHELF ? shelf(site, floor) : cage(site, floor)
            : asset < 2 ? room(site, floor, room) : "";
    String container = inCage || asset < 2 ? "" : tag(site, floor, room, asset % 2);
    int model = asset < 2 ? 0 : asset < DEVICE ? 1 : 2 + asset % (MODELS - 2);
    return "%s,%s,%s,Maker %d,Model %d-%d,SN%d%d%d%02d,%s,%s,%s,%s,2026-01-%02d,%d.50,EUR%n"
        .formatted(
            tag(site, floor, room, asset),
            (asset < 2 ? "Rack " : asset < DEVICE ? "Power strip " : "Switch ") + asset,
            asset < 2 ? "Rack" : asset < DEVICE ? "PDU" : "Category " + model % 8,
            model % 5,
            site % MODELLED_SITES,
            model,
            site + 1000,
            floor,
            room,
            asset,
            isHeld ? "CHECKED_OUT" : "AVAILABLE",
            place,
            container,
            isHeld ? "holder-%d-%d%d@example.com".formatted(site, floor, room) : "",
            10 + asset % 20,
            100 + asset * 7);
  }

  static byte[] dependencies(int site) {
    StringBuilder text = new StringBuilder("asset,dependsOn,kind\n");
    for (int floor = 0; floor < 10; floor++) {
      for (int room = 0; room < 5; room++) {
        for (int asset = DEVICE; asset < CHAIN; asset++) {
          needs(text, tag(site, floor, room, asset), tag(site, floor, room, 2 + asset % 2));
        }
        if (room > 0) {
          needs(text, tag(site, floor, room, 2), main(site));
          needs(text, tag(site, floor, room, 3), main(site));
        }
      }
      needs(text, tag(site, floor, 0, 2), tag(site, floor, 0, CHAIN));
      // A blade in a chassis in a rack: the tenth step.
      needs(text, tag(site, floor, 0, CAGE), tag(site, floor, 0, DEVICE));
      for (int link = 0; link < LINKS - 1; link++) {
        needs(text, tag(site, floor, 0, CHAIN + link), tag(site, floor, 0, CHAIN + link + 1));
      }
      needs(text, head(site, floor), main(site));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void needs(StringBuilder text, String asset, String dependsOn) {
    text.append(asset).append(',').append(dependsOn).append(",POWER\n");
  }

  /** Sites to look at of so many: the first, the last and some between. */
  static List<Integer> some(int sites) {
    int count = Math.min(sites, 10);
    return IntStream.range(0, count).map(i -> i * sites / count).boxed().toList();
  }
}
