package asset2go.client;

import asset2go.acceptance.AcceptancesApi;
import asset2go.acceptance.TermsApi;
import asset2go.asset.AssetsApi;
import asset2go.asset.TrashApi;
import asset2go.audit.AuditApi;
import asset2go.booking.BookingPoliciesApi;
import asset2go.booking.BookingSeriesApi;
import asset2go.booking.BookingsApi;
import asset2go.booking.CalendarFeedApi;
import asset2go.bulk.BulkApi;
import asset2go.catalogue.BatchesApi;
import asset2go.catalogue.CategoriesApi;
import asset2go.catalogue.CompaniesApi;
import asset2go.catalogue.FieldsApi;
import asset2go.catalogue.ManufacturersApi;
import asset2go.catalogue.ModelsApi;
import asset2go.catalogue.SuppliersApi;
import asset2go.check.ChecksApi;
import asset2go.custody.CustodiesApi;
import asset2go.dashboard.DashboardApi;
import asset2go.dependency.DependenciesApi;
import asset2go.document.DocumentsApi;
import asset2go.identity.AuthApi;
import asset2go.identity.InvitationsApi;
import asset2go.identity.MeApi;
import asset2go.identity.UsersApi;
import asset2go.importing.ImportsApi;
import asset2go.installation.Installation;
import asset2go.job.JobsApi;
import asset2go.kit.KitsApi;
import asset2go.location.LocationsApi;
import asset2go.maintenance.AssetMaintenanceApi;
import asset2go.maintenance.FaultReportsApi;
import asset2go.maintenance.PlansApi;
import asset2go.maintenance.WorkOrdersApi;
import asset2go.people.PeopleApi;
import asset2go.people.TeamsApi;
import asset2go.right.ApiTokensApi;
import asset2go.right.GrantsApi;
import asset2go.right.RightsApi;
import asset2go.search.SearchApi;
import asset2go.stocktake.StockTakesApi;
import asset2go.view.SavedViewsApi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/**
 * Makes the clients, once each: they hold the connections. Their time-outs lie above those of the
 * API, which answers 503 within 2 s when a store is gone.
 */
@ApplicationScoped
class ApiClients {
  @Inject Installation installation;
  @Inject ApiReach reach;

  private <T> T client(Class<T> api) {
    var client =
        RestClientBuilder.newBuilder()
            .baseUri(installation.settings().apiInternalUrl())
            .connectTimeout(ApiReach.CONNECT.toMillis(), TimeUnit.MILLISECONDS)
            .readTimeout(20, TimeUnit.SECONDS)
            .property("microprofile.rest.client.disable.default.mapper", true)
            .register(new CallerHeaders(installation.settings().jwt().secret()))
            .register(new ProblemMapper())
            .build(api);
    return reach.watch(api, client);
  }

  @Produces
  @ApplicationScoped
  AuditApi audit() {
    return client(AuditApi.class);
  }

  @Produces
  @ApplicationScoped
  AssetsApi assets() {
    return client(AssetsApi.class);
  }

  @Produces
  @ApplicationScoped
  SavedViewsApi savedViews() {
    return client(SavedViewsApi.class);
  }

  @Produces
  @ApplicationScoped
  KitsApi kits() {
    return client(KitsApi.class);
  }

  @Produces
  @ApplicationScoped
  BookingsApi bookings() {
    return client(BookingsApi.class);
  }

  @Produces
  @ApplicationScoped
  BulkApi bulk() {
    return client(BulkApi.class);
  }

  @Produces
  @ApplicationScoped
  BookingPoliciesApi bookingPolicies() {
    return client(BookingPoliciesApi.class);
  }

  @Produces
  @ApplicationScoped
  TrashApi trash() {
    return client(TrashApi.class);
  }

  @Produces
  @ApplicationScoped
  CalendarFeedApi calendarFeed() {
    return client(CalendarFeedApi.class);
  }

  @Produces
  @ApplicationScoped
  BookingSeriesApi bookingSeries() {
    return client(BookingSeriesApi.class);
  }

  @Produces
  @ApplicationScoped
  LocationsApi locations() {
    return client(LocationsApi.class);
  }

  @Produces
  @ApplicationScoped
  CompaniesApi companies() {
    return client(CompaniesApi.class);
  }

  @Produces
  @ApplicationScoped
  CategoriesApi categories() {
    return client(CategoriesApi.class);
  }

  @Produces
  @ApplicationScoped
  ManufacturersApi manufacturers() {
    return client(ManufacturersApi.class);
  }

  @Produces
  @ApplicationScoped
  FieldsApi fields() {
    return client(FieldsApi.class);
  }

  @Produces
  @ApplicationScoped
  BatchesApi batches() {
    return client(BatchesApi.class);
  }

  @Produces
  @ApplicationScoped
  SuppliersApi suppliers() {
    return client(SuppliersApi.class);
  }

  @Produces
  @ApplicationScoped
  ModelsApi models() {
    return client(ModelsApi.class);
  }

  @Produces
  @ApplicationScoped
  PeopleApi people() {
    return client(PeopleApi.class);
  }

  @Produces
  @ApplicationScoped
  TeamsApi teams() {
    return client(TeamsApi.class);
  }

  @Produces
  @ApplicationScoped
  CustodiesApi custodies() {
    return client(CustodiesApi.class);
  }

  @Produces
  @ApplicationScoped
  StockTakesApi stockTakes() {
    return client(StockTakesApi.class);
  }

  @Produces
  @ApplicationScoped
  TermsApi terms() {
    return client(TermsApi.class);
  }

  @Produces
  @ApplicationScoped
  AcceptancesApi acceptances() {
    return client(AcceptancesApi.class);
  }

  @Produces
  @ApplicationScoped
  WorkOrdersApi workOrders() {
    return client(WorkOrdersApi.class);
  }

  @Produces
  @ApplicationScoped
  AssetMaintenanceApi assetMaintenance() {
    return client(AssetMaintenanceApi.class);
  }

  @Produces
  @ApplicationScoped
  DocumentsApi documents() {
    return client(DocumentsApi.class);
  }

  @Produces
  @ApplicationScoped
  FaultReportsApi faultReports() {
    return client(FaultReportsApi.class);
  }

  @Produces
  @ApplicationScoped
  PlansApi maintenancePlans() {
    return client(PlansApi.class);
  }

  @Produces
  @ApplicationScoped
  SearchApi search() {
    return client(SearchApi.class);
  }

  @Produces
  @ApplicationScoped
  DashboardApi dashboard() {
    return client(DashboardApi.class);
  }

  @Produces
  @ApplicationScoped
  ImportsApi imports() {
    return client(ImportsApi.class);
  }

  @Produces
  @ApplicationScoped
  JobsApi jobs() {
    return client(JobsApi.class);
  }

  @Produces
  @ApplicationScoped
  AuthApi auth() {
    return client(AuthApi.class);
  }

  @Produces
  @ApplicationScoped
  MeApi me() {
    return client(MeApi.class);
  }

  @Produces
  @ApplicationScoped
  UsersApi users() {
    return client(UsersApi.class);
  }

  @Produces
  @ApplicationScoped
  InvitationsApi invitations() {
    return client(InvitationsApi.class);
  }

  @Produces
  @ApplicationScoped
  GrantsApi grants() {
    return client(GrantsApi.class);
  }

  @Produces
  @ApplicationScoped
  RightsApi rights() {
    return client(RightsApi.class);
  }

  @Produces
  @ApplicationScoped
  ApiTokensApi tokens() {
    return client(ApiTokensApi.class);
  }

  @Produces
  @ApplicationScoped
  DependenciesApi dependencies() {
    return client(DependenciesApi.class);
  }

  @Produces
  @ApplicationScoped
  ChecksApi checks() {
    return client(ChecksApi.class);
  }
}
