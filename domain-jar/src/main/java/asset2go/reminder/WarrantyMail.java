package asset2go.reminder;

import jakarta.enterprise.context.ApplicationScoped;

/** Tells of warranties that end. */
@ApplicationScoped
class WarrantyMail extends AssetsMail {

  static final String KIND = "WARRANTY";

  WarrantyMail() {
    super(KIND, "warrantyUntil");
  }
}
