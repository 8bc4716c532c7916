using System.Collections.Concurrent;
using System.Text;
using Engagement.Api.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>An OpenTelemetry collector learns how the platform does, and nothing of the people on it.</summary>
public sealed class WhatCollectorsAreTold : IAsyncLifetime
{
    private readonly ConcurrentQueue<(string Path, string Body)> _told = new();
    private WebApplication _collector = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _collector = builder.Build();
        _collector.MapPost("/v1/{signal}", async (string signal, HttpContext context) =>
        {
            // Names and values are plain text in what OTLP sends.
            using var body = new StreamReader(context.Request.Body, Encoding.Latin1);
            _told.Enqueue((signal, await body.ReadToEndAsync()));
        });
        await _collector.StartAsync();
    }

    public async Task DisposeAsync() => await _collector.DisposeAsync();

    [Fact]
    public async Task Spans_and_measurements_arrive_without_a_word_about_anybody()
    {
        await using (var platform = await RunningPlatform.StartAsync(configuration: Configured(_collector.Urls.Single())))
        {
            platform.Client.DefaultRequestHeaders.UserAgent.ParseAdd("SomebodysPhone/7");
            await platform.Client.GetAsync("/e-mail/a-token-in-a-link?reason=a-word-in-a-query");
            await platform.GraphQL(Roles.ParticipationOfficer).MutateAsync(
                "draftConsultation",
                new { title = "A title of theirs", ownerRole = "Officer", decisionMaker = "Board", decisionExpectedOn = "2099-01-01", audienceIncludesChildren = false },
                "consultation",
                "id");
            await platform.CatchUpAsync();
            await Eventually.TrueAsync(() => Task.FromResult(MissingOf("metrics", "messaging.queue.depth").Count == 0));
        }

        // What was not sent yet is sent when it stops.
        MissingOf("traces", "engagement", "GET /e-mail/{token}", "graphql.request", "eventstore.append").ShouldBeEmpty();
        MissingOf("metrics", "eventstore.append.duration", "eventstore.projection.lag", "graphql.request.duration", "http.server.request.duration", "kestrel.active_connections").ShouldBeEmpty();

        var all = string.Concat(_told.Select(one => one.Body));
        foreach (var word in new[] { "a-token-in-a-link", "a-word-in-a-query", "SomebodysPhone", "A title of theirs" })
            all.ShouldNotContain(word);
    }

    [Fact]
    public async Task An_endpoint_that_is_no_address_is_refused_at_the_start() =>
        (await Should.ThrowAsync<StartupException>(() => RunningPlatform.StartAsync(configuration: Configured("collector")))).Message.ShouldBe(
            "OTEL_EXPORTER_OTLP_ENDPOINT has to be the address of a collector, such as http://127.0.0.1:4317, and is 'collector'.");

    private List<string> MissingOf(string signal, params string[] names) =>
        [.. names.Where(name => !_told.Any(one => one.Path == signal && one.Body.Contains(name, StringComparison.Ordinal)))];

    private static Dictionary<string, string?> Configured(string endpoint) => new()
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "300",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "300",
    };
}
