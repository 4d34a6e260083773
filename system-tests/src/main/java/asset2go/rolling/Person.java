package asset2go.rolling;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a person does in a browser: looks at pages, fills in the form of a new asset. */
final class Person {
  private static final Pattern FIELD = Pattern.compile("<(?:input|select|textarea)\\b[^>]*>");
  private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
  private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");
  private static final Pattern FORM =
      Pattern.compile("<form id=\"asset\".*?</form>", Pattern.DOTALL);

  private final Client client;
  private final URI web;
  private final Made made;

  /** At this address, with this in front of each name. */
  Person(Client client, URI web, String mark) {
    this.client = client;
    this.web = web;
    made = new Made(mark);
  }

  /** Names of assets that were made with the form. */
  Iterable<String> made() {
    return made;
  }

  void look() throws InterruptedException {
    for (var page : new String[] {"assets", "", "locations", "search?q=a"}) {
      client.send("page", client.browser(web.resolve(page)), "GET", noBody(), Set.of(200));
    }
  }

  void callThroughWeb() throws InterruptedException {
    client.send(
        "read through the web tier",
        client.browser(web.resolve("api/v1/assets?limit=5")),
        "GET",
        noBody(),
        Set.of(200));
  }

  void fillIn() throws InterruptedException {
    var form = open();
    if (form.isPresent()) {
      submit(form.get());
    }
  }

  /** Opens the form, and keeps it as a browser does. */
  Optional<Map<String, String>> open() throws InterruptedException {
    return client
        .send(
            "open a form", client.browser(web.resolve("assets/new")), "GET", noBody(), Set.of(200))
        .map(answer -> fields(answer.body()));
  }

  /** Sends the form with a name typed in. */
  boolean submit(Map<String, String> form) throws InterruptedException {
    var name = made.nextName();
    var sent = new LinkedHashMap<>(form);
    sent.put("name", name);
    sent.put("save", "");
    var body =
        sent.entrySet().stream()
            .map(
                field ->
                    URLEncoder.encode(field.getKey(), UTF_8)
                        + "="
                        + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    var answer =
        client.send(
            "send a form",
            client
                .browser(web.resolve("assets/new"))
                .header("Content-Type", "application/x-www-form-urlencoded"),
            "POST",
            ofString(body),
            Set.of(302, 303));
    answer.ifPresent(gone -> made.acknowledge(name));
    return answer.isPresent();
  }

  private static Map<String, String> fields(String page) {
    var form = FORM.matcher(page);
    if (!form.find()) {
      throw new IllegalStateException("No form: " + page);
    }
    var fields = new LinkedHashMap<String, String>();
    FIELD
        .matcher(form.group())
        .results()
        .forEach(
            field -> {
              var name = NAME.matcher(field.group());
              var value = VALUE.matcher(field.group());
              if (name.find()) {
                fields.put(name.group(1), value.find() ? value.group(1) : "");
              }
            });
    return fields;
  }
}
