package asset2go.bench;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Text;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What questions can be about: ids from all over a graph of so many sites.
 *
 * @param sites locations with 10,000 assets each
 * @param rooms locations with a hundred
 * @param assets from those rooms
 * @param heads what ten steps of dependencies lead from
 * @param mains what thousands of assets need
 * @param deepInSite cursors half way through everything in a site, in the order of the sites
 * @param halfWay the cursor half way through all assets, in pages of a hundred
 */
record Sample(
    List<String> sites,
    List<String> rooms,
    List<JsonObject> assets,
    List<String> heads,
    List<String> mains,
    List<String> deepInSite,
    String halfWay) {

  static Sample of(Api api, int sites) {
    List<String> siteIds = new ArrayList<>();
    List<String> roomIds = new ArrayList<>();
    List<JsonObject> assets = new ArrayList<>();
    List<String> heads = new ArrayList<>();
    List<String> mains = new ArrayList<>();
    List<String> deep = new ArrayList<>();
    for (int site : Campus.some(sites)) {
      String id = location(api, Campus.site(site));
      siteIds.add(id);
      deep.add(cursor(api, "/v1/locations/" + id + "/assets?deep=true&limit=100", 50));
      mains.add(asset(api, Campus.main(site)));
      for (int floor = 0; floor < 10; floor += 3) {
        heads.add(asset(api, Campus.head(site, floor)));
        String room = location(api, Campus.room(site, floor, 1));
        roomIds.add(room);
        assets.addAll(
            api.get("/v1/locations/" + room + "/assets?deep=true&limit=100").expect(200).items());
      }
    }
    return new Sample(
        siteIds,
        roomIds,
        assets,
        heads,
        mains,
        deep,
        cursor(api, "/v1/assets?limit=100", sites * Campus.SITE / 200));
  }

  static String location(Api api, String code) {
    return api.get("/v1/locations?limit=200&q=" + code).expect(200).items().stream()
        .filter(row -> row.getString("code", "").equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No location " + code))
        .getString("id");
  }

  static String asset(Api api, String tag) {
    return api.get("/v1/assets?q=" + tag).expect(200).items().stream()
        .filter(row -> row.getString("tag").equals(tag))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No asset " + tag))
        .getString("id");
  }

  private static String cursor(Api api, String path, int pages) {
    String after = "";
    for (int i = 0; i < pages; i++) {
      Answer page = api.get(path + after).expect(200);
      Optional<String> next = page.next();
      if (next.isEmpty()) {
        break;
      }
      after = "&after=" + Text.encoded(next.get());
    }
    return after;
  }

  static <T> T any(List<T> some) {
    return some.get(ThreadLocalRandom.current().nextInt(some.size()));
  }

  String anyAsset() {
    return any(assets).getString("id");
  }
}
