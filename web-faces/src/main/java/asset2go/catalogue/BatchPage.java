package asset2go.catalogue;

import asset2go.asset.AssetRef;
import asset2go.asset.Holder;
import asset2go.asset.Recall;
import asset2go.catalogue.Catalogue.Batch;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A batch, and everything that a fault of it concerns. */
@Named
@RequestScoped
public class BatchPage {
  private static final int SHOWN = 500;

  @Inject HttpServletRequest request;
  @Inject BatchesApi api;

  private @Nullable Batch batch;
  private @Nullable Recall recall;

  public void load() {
    var id = String.valueOf(request.getParameter("id"));
    batch = api.get(id);
    recall = api.recall(id, null, SHOWN);
  }

  public @Nullable Batch getBatch() {
    return batch;
  }

  public @Nullable Recall getRecall() {
    return recall;
  }

  /** The way to something, without itself. */
  public List<AssetRef> way(Recall.Item item) {
    return item.path().subList(0, item.path().size() - 1);
  }

  /** Where a holder is shown. */
  public String address(Holder holder) {
    return switch (holder.kind()) {
      case PERSON -> "/people/" + holder.id();
      case LOCATION -> "/locations/" + holder.id();
      case ASSET -> "/assets/" + holder.id();
      case TEAM -> "/people?team=" + holder.id();
    };
  }
}
