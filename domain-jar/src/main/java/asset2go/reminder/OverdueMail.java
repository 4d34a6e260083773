package asset2go.reminder;

import jakarta.enterprise.context.ApplicationScoped;

/** Asks for what should be back. */
@ApplicationScoped
class OverdueMail extends AssetsMail {

  static final String KIND = "OVERDUE";

  OverdueMail() {
    super(KIND, "due");
  }
}
