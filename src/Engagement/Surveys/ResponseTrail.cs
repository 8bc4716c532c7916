using Engagement.Common;
using Engagement.Feedback;
using Engagement.Participants;
using EventStore;

namespace Engagement.Surveys;

/// <summary>
/// Somebody's answers to surveys: their own words, what they said of themselves, and whether our answers answered them. Only with the platform's key can
/// it be told which responses are a participant's.
/// </summary>
internal sealed class ResponseTrail(DocumentStore store, ReceiptPrinter receipts) : IPersonTrail
{
    private const int MostAttempts = 100;

    public async Task<IReadOnlyList<PersonTrace>> OfAsync(Guid person, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        var traces = new List<PersonTrace>();
        foreach (var id in await ResponsesOfAsync(person, cancellationToken))
        {
            var events = await session.Events.FetchStreamAsync(id, cancellationToken: cancellationToken);
            var subject = events.Select(e => e.Data).OfType<ResponseSubmitted>().First().SubjectId;
            traces.Add(new PersonTrace("Your answers to a survey", id) { Subject = subject });

            var contents = events.Select(e => e.Data switch { ResponseSubmitted s => s.Content, ResponseAmended a => a.Content, _ => null });
            traces.AddRange(contents
                .SelectMany(content => content?.Answers ?? [])
                .Select(answer => answer.ViewId)
                .OfType<Guid>()
                .Distinct()
                .Select(view => new PersonTrace("What you wrote in answer to a question, and what became of it", view) { Subject = subject }));
            traces.AddRange((await LoopsBehindAsync(id, cancellationToken)).Select(loop => new PersonTrace("What you said about an answer of ours", loop)
            {
                IsTheirs = e => e.Data is ConfirmationGiven given && given.ResponseId == id,
            }));
        }

        return traces;
    }

    private async Task<IReadOnlyList<Guid>> ResponsesOfAsync(Guid person, CancellationToken cancellationToken)
    {
        var waves = await store.ListAsync("select id from public.mt_doc_wavepage order by id", row => row.GetGuid(0), cancellationToken);
        Guid[] possible = [.. waves.SelectMany(wave => Enumerable.Range(1, MostAttempts).Select(attempt => receipts.ResponseIdOf(wave, person, attempt)))];
        return await store.ListAsync(
            """
            select s.id from public.mt_streams s where s.id = any($1)
            union
            select e.stream_id from public.mt_events e
            where e.type in ('response_submitted', 'response_submitted_v2') and e.data ->> 'SubjectId' = $2
            """,
            row => row.GetGuid(0),
            cancellationToken,
            possible,
            person.ToString());
    }

    private Task<IReadOnlyList<Guid>> LoopsBehindAsync(Guid response, CancellationToken cancellationToken) => store.ListAsync(
        """
        select distinct l.id from engagement.view_themes t join public.mt_doc_loopcard l on l.data ->> 'ThemeId' = t.theme_id::text
        where t.source_id = $1
        """,
        row => row.GetGuid(0),
        cancellationToken,
        response);
}
