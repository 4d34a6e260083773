package asset2go.graph;

import asset2go.running.OneSystem;
import asset2go.running.RunningSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.QueryConfig;
import org.neo4j.driver.Record;
import org.neo4j.driver.summary.Plan;

/** Speaks to the shared system's Neo4j as an operator could. */
public final class Cypher {

  private Cypher() {}

  /** Runs a statement; its rows. */
  public static List<Record> run(String statement, Map<String, Object> parameters) {
    RunningSystem system = OneSystem.get();
    try (Driver driver =
        GraphDatabase.driver(
            system.setting("NEO4J_URI"),
            AuthTokens.basic(system.setting("NEO4J_USER"), system.setting("NEO4J_PASSWORD")))) {
      return driver
          .executableQuery(statement)
          .withParameters(parameters)
          .withConfig(QueryConfig.builder().withDatabase(system.setting("NEO4J_DATABASE")).build())
          .execute()
          .records();
    }
  }

  /** The operators by which a statement would be run, the last one first. */
  public static List<String> plan(String statement, Map<String, Object> parameters) {
    RunningSystem system = OneSystem.get();
    try (Driver driver =
        GraphDatabase.driver(
            system.setting("NEO4J_URI"),
            AuthTokens.basic(system.setting("NEO4J_USER"), system.setting("NEO4J_PASSWORD")))) {
      List<String> operators = new ArrayList<>();
      add(
          operators,
          driver
              .executableQuery("EXPLAIN " + statement)
              .withParameters(parameters)
              .withConfig(
                  QueryConfig.builder().withDatabase(system.setting("NEO4J_DATABASE")).build())
              .execute()
              .summary()
              .plan());
      return operators;
    }
  }

  private static void add(List<String> operators, Plan plan) {
    operators.add(plan.operatorType());
    plan.children().forEach(child -> add(operators, child));
  }

  /** The first column of each row. */
  public static List<String> texts(String statement) {
    return run(statement, Map.of()).stream().map(row -> row.get(0).asString()).toList();
  }
}
