using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tests.Shared;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>
/// What people type into the pages and send to the API that are there, each with a word of its own, also where it is refused or not understood. Then the
/// database and all that the process says of itself, the framework at its most talkative, are searched. The commands themselves are searched in the tests
/// of the domain.
/// </summary>
public sealed class WhatNobodyOverhears : IAsyncLifetime
{
    private readonly Overheard _overheard = new();
    private readonly List<string> _words = [];
    private RunningPlatform _platform = null!;

    public async Task InitializeAsync() => _platform = await RunningPlatform.StartAsync(services: services => services.AddLogging(
        logging => logging.AddProvider(_overheard).AddFilter<Overheard>((_, _) => true)));

    public async Task DisposeAsync()
    {
        await _platform.DisposeAsync();
        _overheard.Dispose();
    }

    [Fact]
    public async Task Marked_words_sent_over_http_are_found_only_where_a_screen_needs_them()
    {
        var consultation = await new Officer(_platform).OpenConsultationAsync(Officer.Today);
        var shown = await SayAsync(consultation);
        await MistakeAsync(consultation);
        await SignInAsync();
        await _platform.CatchUpAsync();

        var places = await _platform.Services.GetRequiredService<NpgsqlDataSource>().TextsAsync();
        _words.Count.ShouldBe(10);
        foreach (var word in _words)
        {
            var found = places.Where(place => place.Text.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(place => place.Place);
            found.ShouldBe(shown.Contains(word) ? ["engagement.views.text", "engagement.views.words"] : [], ignoreOrder: true, word);
        }

        _overheard.Said.ShouldContain(said => said.StartsWith("log", StringComparison.Ordinal) && said.Contains("/graphql", StringComparison.Ordinal), "the framework is heard too");
        _overheard.Said.Where(said => _words.Exists(word => said.Contains(word, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
    }

    /// <summary>What is taken: the words that officers are to read.</summary>
    private async Task<string[]> SayAsync(OpenedConsultation consultation)
    {
        var (sent, typed) = (Word(), Word());
        await Submissions.SendAsync(_platform.GraphQL(), consultation.WaveId, Word(), sent);

        var survey = $"/consultations/{consultation.Slug}/have-your-say";
        using var browser = await _platform.Browser().OpenAsync(survey);
        await browser.SubmitAsync(survey);
        await browser.SubmitAsync($"{survey}/who", ("who", "ParentsAndCarers"));
        foreach (var (answer, question) in new[] { "agree", "primary", typed }.Select((answer, i) => (answer, i + 1)))
            await browser.SubmitAsync($"{survey}/questions/{question}", ("answer", answer));

        await browser.SubmitAsync($"{survey}/check");
        browser.Address.AbsolutePath.ShouldBe($"{survey}/receipt");
        return [sent, typed];
    }

    /// <summary>What is refused, and what is no GraphQL.</summary>
    private async Task MistakeAsync(OpenedConsultation consultation)
    {
        var anybody = _platform.GraphQL();
        await anybody.RefusedAsync("submitResponse", Submissions.Input(consultation.WaveId, "refused", Word() + new string('x', 20_000)));
        await anybody.SendAsync($"mutation {{ submitResponse(input: {{ waveId: \"x\", answers: [{{ text: \"{Word()}\" ");
        await anybody.SendAsync("mutation($input: SubmitResponseInput!) { submitResponse(input: $input) { receipt { reference } } }", new { input = Word() });
        await anybody.SendAsync("query($s: String!) { journey(reference: \"SEND-0000-0000\", secret: $s) { reference } }", new { s = Word() });

        using var browser = await _platform.Browser().OpenAsync("/track");
        await browser.SubmitAsync("/track", ("reference", Word()), ("secret", Word()));
        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private async Task SignInAsync()
    {
        using var browser = await _platform.Browser().OpenAsync("/sign-in");
        await browser.SubmitAsync("/sign-in/email", ("email", $"{Word()}@families.example.test"));
        await Eventually.TrueAsync(() => Task.FromResult(Directory.Exists(Path.Combine(_platform.DataDirectory, "mail"))));
    }

    private string Word()
    {
        _words.Add($"zqh{_words.Count}x");
        return _words[^1];
    }
}
