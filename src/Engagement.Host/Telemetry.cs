using System.Collections.Frozen;
using System.Diagnostics;
using EventStore;
using GraphQL;
using Messaging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Engagement.Host;

/// <summary>
/// What the platform tells an OpenTelemetry collector, once <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where one is; nothing is measured before. The other
/// settings are OpenTelemetry's own. No span and no measurement says who asked, for what, or with which words.
/// </summary>
internal static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Requests = "Microsoft.AspNetCore";

    private static readonly string[] Own = [EventStoreDiagnostics.Name, MessagingDiagnostics.Name, GraphQLInstrumentation.Name];

    private static readonly string[] Theirs =
        ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections", "Npgsql", "System.Runtime"];

    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration[Endpoint] is not { Length: > 0 } endpoint)
            return;
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new StartupException($"{Endpoint} has to be the address of a collector, such as http://127.0.0.1:4317, and is '{endpoint}'.");

        services.AddOpenTelemetry()
            .ConfigureResource(resource =>
            {
                if (configuration["OTEL_SERVICE_NAME"] is null)
                    resource.AddService("engagement", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3));
            })
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddSource(Own).AddProcessor<RequestsWithoutPeople>().AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter([.. Own, .. Theirs]).AddOtlpExporter());
    }

    /// <summary>A path can hold the link of an e-mail, and a header what kind of phone somebody has: of a request only its route and its outcome are told.</summary>
    private sealed class RequestsWithoutPeople : BaseProcessor<Activity>
    {
        private static readonly FrozenSet<string> Told =
            FrozenSet.Create(StringComparer.Ordinal, "http.request.method", "http.route", "http.response.status_code", "error.type", "url.scheme");

        public override void OnEnd(Activity data)
        {
            if (data.Source.Name != Requests)
                return;
            foreach (var tag in data.TagObjects.Select(one => one.Key).Where(key => !Told.Contains(key)).ToList())
                data.SetTag(tag, null);
        }
    }
}
