import com.example.metricsexporter.MetricsExporter;
import org.wvwbuilder.plugin.PluginModule;

/** How busy the guild is, as numbers for Prometheus. */
@PluginModule(id = "metrics-exporter", title = "Metrics exporter", database = false)
module com.example.metricsexporter {
    requires org.wvwbuilder.plugin.api;

    provides org.wvwbuilder.plugin.Plugin with
            MetricsExporter;
}
