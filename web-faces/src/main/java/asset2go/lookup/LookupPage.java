package asset2go.lookup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The list of suggestions that the fields' script asks for. */
@Named("lookup")
@RequestScoped
public class LookupPage {
  @Inject Lookup lookup;
  @Inject HttpServletRequest request;

  private List<Lookup.Option> options = List.of();

  public void load() {
    options = lookup.find(request.getParameter("kind"), request.getParameter("q"));
  }

  public List<Lookup.Option> getOptions() {
    return options;
  }
}
