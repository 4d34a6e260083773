package asset2go.bench;

import java.nio.charset.StandardCharsets;

/** Made-up files of the usual shape: a few places and models, many assets. */
final class Inventory {

  static final int PLACES = 50;
  static final int MODELS = 40;

  private Inventory() {}

  static byte[] places() {
    StringBuilder text = new StringBuilder("code,name,kind,parent\n");
    for (int i = 0; i < PLACES; i++) {
      text.append("place-%d,Place %d,ROOM,%s%n".formatted(i, i, i == 0 ? "" : "place-" + i / 8));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static byte[] assets(String word, int rows) {
    StringBuilder text =
        new StringBuilder(
            "tag,name,category,manufacturer,model,serial,status,location,purchaseDate,price,currency,notes\n");
    for (int i = 0; i < rows; i++) {
      text.append(word).append('-').append(i);
      text.append(",Two-way radio ").append(i);
      text.append(",Category ").append(i % MODELS % 8);
      text.append(",Maker ").append(i % MODELS % 5);
      text.append(",Model ").append(i % MODELS);
      text.append(",SN").append(word).append(1_000_000 + i);
      text.append(",AVAILABLE,place-").append(i % PLACES);
      text.append(",2026-01-").append(10 + i % 20);
      text.append(',').append(100 + i % 900).append(".50,EUR,Bought for the northern sites\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
