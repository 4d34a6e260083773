package asset2go.identity;

/** What roles are asked for: who may do a thing, in one place for all rules that say so. */
public enum Duty {
  /** To say what there is and what becomes of it: to make, change, retire, plan, count. */
  KEEP(RoleName.ADMIN, RoleName.MANAGER),
  /** To have it in one's hands: to give out, take back, move, repair. */
  HANDLE(RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN),
  /** To want it for a time. */
  BOOK(RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN, RoleName.MEMBER),
  /** To know what others do with it. */
  OVERSEE(RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN, RoleName.AUDITOR);

  private final RoleName[] roles;

  Duty(RoleName... roles) {
    this.roles = roles;
  }

  /** Any of these is enough. */
  public RoleName[] roles() {
    return roles.clone();
  }
}
