package asset2go.custody;

import asset2go.graph.Transaction;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.right.Scope;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Which assets were scanned or typed: what a QR code says (an address of any host that ends in
 * {@code /q/} and the id, since printed labels are for ever), an id, a tag or a serial number, in
 * this order.
 */
public final class Scans {

  private static final Pattern QR = Pattern.compile("(?:https?://)?[^\\s]*/q/([A-Za-z0-9-]{1,64})");

  private final Map<String, List<String>> found;

  private Scans(Map<String, List<String>> found) {
    this.found = found;
  }

  /** What a label says, without the address around it. */
  public static String code(String scanned) {
    String text = scanned.strip();
    Matcher qr = QR.matcher(text);
    return qr.matches() ? qr.group(1) : text;
  }

  /** Finds them among what somebody sees. */
  public static Scans look(Transaction tx, Scope scope, Collection<String> scanned) {
    Map<String, List<String>> found = new HashMap<>();
    tx.rows(
            """
            UNWIND $codes AS code
            RETURN code,
              COLLECT { MATCH (a:Asset {id: code}) WHERE %1$s RETURN a.id } AS ids,
              COLLECT { MATCH (a:Asset) WHERE a.tag = code AND a.id IS NOT NULL AND %1$s
                        RETURN a.id LIMIT 2 } AS tags,
              COLLECT { MATCH (a:Asset) WHERE a.serial = code AND %1$s
                        RETURN a.id LIMIT 2 } AS serials
            """
                .formatted(scope.asset("a")),
            scope.with("codes", scanned.stream().map(Scans::code).distinct().toList()))
        .forEach(row -> found.put(row.get("code").asString(), meant(row)));
    return new Scans(found);
  }

  private static List<String> meant(Record row) {
    for (String column : List.of("ids", "tags", "serials")) {
      List<String> ids = row.get(column).asList(Value::asString);
      if (!ids.isEmpty()) {
        return ids;
      }
    }
    return List.of();
  }

  /**
   * The asset that is meant.
   *
   * @throws DomainError.Invalid where there is none, or more than one
   */
  public String id(String scanned) {
    List<String> ids = found.getOrDefault(code(scanned), List.of());
    if (ids.isEmpty()) {
      throw new DomainError.Invalid("asset", Fault.UNKNOWN, "there is no asset " + code(scanned));
    }
    if (ids.size() > 1) {
      throw new DomainError.Invalid(
          "asset", Fault.AMBIGUOUS, code(scanned) + " is the tag or serial of more than one asset");
    }
    return ids.get(0);
  }
}
