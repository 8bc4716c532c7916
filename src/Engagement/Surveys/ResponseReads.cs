using Engagement.Common;
using Engagement.Feedback;
using Engagement.Participants;
using EventStore;

namespace Engagement.Surveys;

/// <summary>What is seen of single responses: by the person who gave it, with the receipt.</summary>
public sealed class ResponseReads(
    DocumentStore store, SurveyReads surveys, ReceiptReads receipts, SubjectKeys subjectKeys, TimeProvider clock)
{
    /// <summary>The response of a receipt in the person's own words; null when reference and secret do not belong together.</summary>
    public async Task<OwnResponse?> FindOwnAsync(string reference, string secret, CancellationToken cancellationToken)
    {
        if (await receipts.FindAsync(reference, secret, cancellationToken) is not { } receipt)
            return null;

        await using var session = store.QuerySession();
        if (await session.Events.AggregateStreamAsync<Response>(receipt.Id, cancellationToken: cancellationToken) is not { } response)
            return null;

        var survey = await surveys.FindSurveyAsync(response.WaveId, cancellationToken);
        var canChange = survey is not null && response.CheckStanding() is null && AnsweringRules.CheckOpen(survey.Wave, clock.LondonToday()) is null;
        return new OwnResponse(
            receipt.Id,
            response.WaveId,
            receipt.Reference,
            response.SubmittedAt,
            response.AmendedAt,
            await FormAsync(response, cancellationToken),
            response.IsWithdrawn,
            canChange ? survey!.Wave.ClosesOn : null);
    }

    /// <summary>The responses with a reference, as officers see them; none where there is no such reference.</summary>
    public async Task<IReadOnlyList<ResponseRecord>> RecordsAsync(string reference, CancellationToken cancellationToken)
    {
        if (ReceiptPrinter.NormaliseReference(reference) is not { } normalised)
            return [];

        var found = await store.ListDocumentsAsync<Receipt>(
            "select data from public.mt_doc_receipt where data ->> 'Reference' = $1 order by id", cancellationToken, normalised);
        return [.. await Task.WhenAll(found.Select(receipt => RecordAsync(receipt, cancellationToken)))];
    }

    public async Task<ResponseRecord?> FindRecordAsync(Guid id, CancellationToken cancellationToken) =>
        await store.LoadAsync<Receipt>(id, cancellationToken) is { } receipt ? await RecordAsync(receipt, cancellationToken) : null;

    /// <summary>What was said in words, by question; without what was erased.</summary>
    internal async Task<IReadOnlyDictionary<string, string>> WordsAsync(Response response, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        var said = new List<(string Key, PersonalText Words)>();
        foreach (var answer in response.Content.Answers.Where(a => a.ViewId is not null))
        {
            if (await session.Events.AggregateStreamAsync<View>(answer.ViewId!.Value, cancellationToken: cancellationToken) is { } view)
                said.Add((answer.QuestionKey, view.Words));
        }

        var opened = await subjectKeys.OpenAsync([.. said.Select(s => s.Words)], cancellationToken);
        return said.Zip(opened).Where(pair => pair.Second is not null).ToDictionary(pair => pair.First.Key, pair => pair.Second!);
    }

    private async Task<ResponseRecord> RecordAsync(Receipt receipt, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        var response = await session.Events.AggregateStreamAsync<Response>(receipt.Id, cancellationToken: cancellationToken)
            ?? throw new InvalidOperationException($"Receipt {receipt.Id} is of no response.");
        return new ResponseRecord(
            receipt.Id,
            receipt.WaveId,
            receipt.Reference,
            response.Channel,
            response.SubmittedAt,
            response.AmendedAt,
            response.IsWithdrawn,
            response.Voided);
    }

    private async Task<FilledForm> FormAsync(Response response, CancellationToken cancellationToken)
    {
        var words = await WordsAsync(response, cancellationToken);
        var aboutYou = response.AboutYou is { } sealedAnswers ? await subjectKeys.OpenAsync(sealedAnswers, cancellationToken) : null;
        return new FilledForm(
            [
                .. response.Content.Answers.Select(a => Given(a.QuestionKey, a.OptionKeys, a.Number, a.Date, words.GetValueOrDefault(a.QuestionKey)) with
                {
                    Ranking = a.Ranking,
                }),
                .. (aboutYou is null ? [] : AboutYouAnswer.FromJson(aboutYou)).Select(a => Given(a.QuestionKey, a.OptionKeys, a.Number, a.Date, a.Words)),
            ],
            response.Content.Proxy)
        {
            Audience = response.Content.Audience,
            Rendition = response.Content.Rendition,
            Language = response.Content.Language,
        };
    }

    private static GivenAnswer Given(string key, IReadOnlyList<string> options, decimal? number, DateOnly? date, string? words) =>
        new(key, null, words) { OptionKeys = options, Number = number, Date = date };
}
