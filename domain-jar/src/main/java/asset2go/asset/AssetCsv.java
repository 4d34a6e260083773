package asset2go.asset;

import static asset2go.graph.Parameters.map;

import asset2go.catalogue.CustomField;
import asset2go.catalogue.FieldSet;
import asset2go.catalogue.FieldValue;
import asset2go.csv.CsvFile;
import asset2go.graph.Graph;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.page.Page;
import asset2go.page.Ref;
import asset2go.search.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list of assets as a file, in the columns that an import reads: written some at a time, so that
 * no number of them fills the memory, and only with what whoever asks may see.
 */
@ApplicationScoped
public class AssetCsv {

  private static final int PIECE = 1_000;

  private static final List<String> COLUMNS =
      List.of(
          "tag",
          "name",
          "serial",
          "model",
          "manufacturer",
          "category",
          "status",
          "condition",
          "company",
          "location",
          "container",
          "holder",
          "heldBy",
          "dueBack",
          "purchaseDate",
          "price",
          "currency",
          "orderNumber",
          "supplier",
          "batch",
          "warrantyUntil",
          "notes");

  private @Inject Graph graph;
  private @Inject AssetList list;

  /** Columns of custom fields, by folded name; of one name there may be several fields. */
  private record Custom(Map<String, String> titles, Map<String, String> byField) {}

  /** Refuses what a list cannot be narrowed by, before the first line is written. */
  public void check(Actor actor, AssetQuery query) {
    graph.read(
        tx -> {
          AssetList.check(tx, actor, query);
          return query;
        });
  }

  /** Writes all that match. */
  public void write(Actor actor, AssetQuery query, OutputStream out) throws IOException {
    CsvFile file = new CsvFile(out);
    Custom custom = graph.read(tx -> custom(tx, actor));
    List<@Nullable String> head = new ArrayList<>(COLUMNS);
    custom.titles().values().forEach(name -> head.add(AssetQuery.FIELD + name));
    file.row(head);
    String after = null;
    do {
      Page<Asset> piece = list.piece(actor, query, PIECE, after);
      Map<String, String> mails = graph.read(tx -> mails(tx, piece.items()));
      for (Asset asset : piece.items()) {
        file.row(cells(asset, mails, custom));
      }
      after = piece.next();
    } while (after != null);
    file.end();
  }

  private static List<@Nullable String> cells(
      Asset asset, Map<String, String> mails, Custom custom) {
    Purchase purchase = asset.purchase() == null ? Purchase.NONE : asset.purchase();
    Asset.Model model = asset.model();
    Holder holder = asset.holder();
    Holder person = holder == null || holder.kind() != Holder.Kind.PERSON ? null : holder;
    List<@Nullable String> cells = new ArrayList<>();
    cells.add(asset.tag());
    cells.add(asset.name());
    cells.add(asset.serial());
    cells.add(model == null ? null : model.name());
    cells.add(model == null ? null : name(model.manufacturer()));
    cells.add(model == null ? null : name(model.category()));
    cells.add(asset.status().name());
    cells.add(text(asset.condition()));
    cells.add(asset.company().name());
    cells.add(asset.location() == null ? null : asset.location().code());
    cells.add(asset.container() == null ? null : asset.container().tag());
    // An import knows people only: a team or a place would become somebody.
    cells.add(person == null ? null : orName(mails.get(person.id()), person));
    cells.add(holder == null || person != null ? null : holder.name());
    cells.add(text(asset.due()));
    cells.add(text(purchase.date()));
    cells.add(purchase.price() == null ? null : price(purchase.price()));
    cells.add(purchase.currency());
    cells.add(purchase.orderNumber());
    cells.add(purchase.supplier());
    cells.add(name(asset.batch()));
    cells.add(text(purchase.warrantyUntil()));
    cells.add(asset.notes());
    Map<String, Object> values = new HashMap<>();
    if (asset.fields() != null) {
      asset
          .fields()
          .forEach((id, value) -> values.put(custom.byField().getOrDefault(id, ""), value));
    }
    custom.titles().keySet().forEach(key -> cells.add(value(values.get(key))));
    return cells;
  }

  private static @Nullable String orName(@Nullable String mail, Holder person) {
    return mail == null ? person.name() : mail;
  }

  /** Three digits behind a point could be thousands to who reads it: with a fourth they are not. */
  private static String price(String price) {
    BigDecimal amount = new BigDecimal(price);
    return (amount.scale() == 3 ? amount.setScale(4) : amount).toPlainString();
  }

  private static @Nullable String value(@Nullable Object value) {
    return value instanceof Double number ? FieldValue.text(number) : text(value);
  }

  private static @Nullable String name(@Nullable Ref ref) {
    return ref == null ? null : ref.name();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static Map<String, String> mails(Transaction tx, List<Asset> assets) {
    Set<String> people = new HashSet<>();
    for (Asset asset : assets) {
      Holder holder = asset.holder();
      if (holder != null && holder.kind() == Holder.Kind.PERSON) {
        people.add(holder.id());
      }
    }
    Map<String, String> mails = new HashMap<>();
    if (!people.isEmpty()) {
      tx.rows(
              """
              MATCH (p:Person) WHERE p.id IN $ids AND p.email IS NOT NULL
              RETURN p.id AS id, p.email AS email
              """,
              map("ids", List.copyOf(people)))
          .forEach(row -> mails.put(row.get("id").asString(), row.get("email").asString()));
    }
    return mails;
  }

  /** The fields that some asset has had a value of, but for those that are not for everybody. */
  private static Custom custom(Transaction tx, Actor actor) {
    boolean all = actor.scope().somewhere().stream().anyMatch(Set.of(Duty.KEEP.roles())::contains);
    Custom custom = new Custom(new LinkedHashMap<>(), new HashMap<>());
    for (CustomField field : FieldSet.used(tx)) {
      if (all || !field.sensitive()) {
        String key = Folding.fold(field.name());
        custom.titles().putIfAbsent(key, field.name());
        custom.byField().put(field.id(), key);
      }
    }
    return custom;
  }
}
