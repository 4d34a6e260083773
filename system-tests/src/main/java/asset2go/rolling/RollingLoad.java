package asset2go.rolling;

import asset2go.running.Api;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Works at a system as several people and programs do, until it is told to end. It reads commands
 * from its standard input, one a line, and answers each, an empty line last: {@code phase NAME},
 * {@code report NAME}, {@code open} and {@code submit} (of a form, with whatever happens between),
 * {@code check} (whether what was acknowledged is there, once).
 */
public final class RollingLoad {
  private final Ledger ledger = new Ledger();
  private final String mark = "R" + Long.toString(System.currentTimeMillis(), 36) + "x";
  private final List<Thread> threads = new ArrayList<>();
  private final Api api;
  private final Program programs;
  private final Person person;
  private final Upload upload;
  private Map<String, String> form = Map.of();

  private RollingLoad(URI address, URI web, String password) {
    ledger.phase("warm-up");
    api = Api.at(address).signIn("admin@asset2go.test", password);
    var origin = web.getScheme() + "://" + web.getAuthority();
    var client = new Client(ledger, api.token(), origin);
    programs = new Program(client, address, mark + "p");
    person = new Person(client, web, mark + "f");
    upload = new Upload(client, address, mark);
  }

  /** The API's address, the web tier's, and the administrator's password. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var load = new RollingLoad(URI.create(arguments[0]), URI.create(arguments[1]), arguments[2]);
    load.begin();
    try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        var answer = load.answer(line.strip());
        System.out.println(answer.isEmpty() ? "" : answer + "\n");
        System.out.flush();
      }
    }
    System.exit(load.ledger.failures() == 0 ? 0 : 1);
  }

  private void begin() throws InterruptedException {
    programs.write();
    List<Work> often =
        List.of(
            programs::list,
            programs::read,
            programs::write,
            programs::writeWithKey,
            programs::change,
            person::look,
            person::callThroughWeb,
            person::fillIn);
    for (int i = 0; i < often.size(); i++) {
      threads.add(often.get(i).repeat("work-" + i, 400));
    }
  }

  private String answer(String line) throws InterruptedException {
    var words = line.split(" ", 2);
    var rest = words.length > 1 ? words[1] : "";
    return switch (words[0]) {
      case "phase" -> {
        ledger.phase(rest);
        yield "";
      }
      case "report" -> ledger.report(rest);
      case "open" -> {
        form = person.open().orElse(Map.of());
        yield form.isEmpty() ? "WRONG: no form" : "ok";
      }
      case "upload" -> {
        threads.add(Thread.ofVirtual().start(upload));
        yield "";
      }
      case "submit" -> person.submit(form) ? "ok" : "WRONG: not taken";
      case "check" -> check();
      default -> "WRONG: " + line;
    };
  }

  private String check() throws InterruptedException {
    threads.forEach(Thread::interrupt);
    for (var thread : threads) {
      thread.join();
    }
    var found = new HashMap<String, Integer>();
    // Not by a search, which finds the best 1,000.
    for (var asset : api.all("/v1/assets?limit=200")) {
      if (asset.getString("name").startsWith(mark)) {
        found.merge(asset.getString("name"), 1, Integer::sum);
      }
    }
    var made = Stream.concat(stream(programs.made()), stream(person.made())).toList();
    var lost = made.stream().filter(name -> !found.containsKey(name)).count();
    var doubled = found.values().stream().filter(times -> times > 1).count();
    return "%s: %,d acknowledged, %,d there, %d lost, %d twice"
        .formatted(lost + doubled == 0 ? "ok" : "WRONG", made.size(), found.size(), lost, doubled);
  }

  private static Stream<String> stream(Iterable<String> names) {
    return StreamSupport.stream(names.spliterator(), false);
  }
}
