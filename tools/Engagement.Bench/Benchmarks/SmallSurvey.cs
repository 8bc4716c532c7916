using Engagement.Common;
using Engagement.Surveys;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Bench.Benchmarks;

/// <summary>An open survey of three questions, one of each kind that most surveys have.</summary>
internal static class SmallSurvey
{
    private const string Statement = "confident";
    private const string Choice = "phase";
    private const string FreeText = "better";

    /// <summary>Answers as GraphQL takes them, each with words of its own.</summary>
    public static string AnswersAsJson(int number) =>
        $$"""
        [{"questionKey":"{{Statement}}","optionKey":"agree"},
        {"questionKey":"{{Choice}}","optionKey":"primary"},
        {"questionKey":"{{FreeText}}","text":"The move to secondary school works when both schools meet us before the summer. ({{number:D8}})"}]
        """;

    /// <summary>Returns the wave.</summary>
    public static async Task<Guid> OpenAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var officer = new CommandContext("participation-officer");
        var today = services.GetRequiredService<TimeProvider>().LondonToday();
        var consultation = await OpenedConsultation.OpenAsync(services, officer, today, today.AddDays(56), cancellationToken);
        var surveys = services.GetRequiredService<SurveyCommands>();
        var instrument = await surveys.DraftInstrumentAsync(new DraftInstrument("Support at school"), officer, cancellationToken);
        await surveys.AddStatementAsync(
            new AddStatement(instrument, Statement, "I am confident that my child's school can meet their needs", null, Optional: false),
            officer,
            cancellationToken);
        await surveys.AddQuestionAsync(
            new AddQuestion(
                instrument,
                Choice,
                QuestionKind.SingleChoice,
                "Which stage is your child at?",
                null,
                Optional: false,
                [new QuestionOption("primary", "Primary"), new QuestionOption("secondary", "Secondary")]),
            officer,
            cancellationToken);
        await surveys.AddQuestionAsync(
            new AddQuestion(instrument, FreeText, QuestionKind.FreeText, "What one thing would help most?", null, Optional: true, []),
            officer,
            cancellationToken);
        await surveys.PublishInstrumentVersionAsync(new PublishInstrumentVersion(instrument), officer, cancellationToken);
        return await surveys.OpenWaveAsync(new OpenWave(consultation, instrument), officer, cancellationToken);
    }
}
