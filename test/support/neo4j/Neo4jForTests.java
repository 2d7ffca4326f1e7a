import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;

/**
 * A Neo4j for tests: {@code java -cp 'lib/*' Neo4jForTests.java HOME PORT}.
 *
 * <p>The first line of its input is the password of the user neo4j. It prints one line when it can be used, and ends
 * when its input ends, so that it never outlives whoever started it.
 */
public final class Neo4jForTests {
  public static void main(String[] arguments) throws Exception {
    // The server's threads would keep the process alive after a failure.
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, error) -> {
          if (!thread.getName().equals("main")) return;
          error.printStackTrace();
          Runtime.getRuntime().halt(1);
        });
    var home = Path.of(arguments[0]);
    var address = new SocketAddress("127.0.0.1", Integer.parseInt(arguments[1]));
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var password = input.readLine();
    var service =
        new DatabaseManagementServiceBuilder(home)
            .setConfig(BoltConnector.enabled, true)
            .setConfig(BoltConnector.listen_address, address)
            .setConfig(BoltConnector.advertised_address, address)
            .setConfig(GraphDatabaseSettings.auth_enabled, true)
            .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(128))
            // A query that asks for too much shall fail and not the server.
            .setConfig(GraphDatabaseSettings.memory_transaction_max_size, ByteUnit.mebiBytes(256))
            .setConfig(GraphDatabaseSettings.transaction_monitor_check_interval, Duration.ofMillis(200))
            .build();
    Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown));
    service
        .database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME)
        .executeTransactionally(
            // ALTER USER refuses the password that the user has already.
            "CREATE OR REPLACE USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED",
            Map.of("password", password));
    System.out.println("ready");
    while (input.readLine() != null) {
      // Nothing else is said to it; the end of the input is what is waited for.
    }
    System.exit(0);
  }
}
