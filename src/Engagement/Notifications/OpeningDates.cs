using Engagement.Common;
using Engagement.Consultations;
using EventStore;
using Messaging;
using Npgsql;

namespace Engagement.Notifications;

/// <summary>Has those who want to hear of a consultation told of it on its first day, which may be long after it was set.</summary>
public sealed class OpeningDates(MessageOutbox outbox) : ISubscription
{
    public string Name => "OpeningDates";

    public IReadOnlyCollection<Type> EventTypes { get; } = [typeof(ConsultationOpened), typeof(ConsultationResumed)];

    public Task ProcessEventsAsync(IReadOnlyList<IEvent> page, IDocumentSession operations, CancellationToken cancellationToken)
    {
        foreach (var e in page)
        {
            var opens = e.Data switch
            {
                ConsultationOpened opened => opened.OpensOn,
                ConsultationResumed resumed => resumed.ResumedOn,
                _ => throw new InvalidOperationException($"{e.EventTypeName} opens nothing."),
            };
            operations.QueueSqlCommand(outbox.Send(
                new TellOfOpening(e.StreamId),
                new DeliveryOptions
                {
                    ScheduledTime = LondonCalendar.StartOf(opens),
                    DeduplicationId = $"tell-of-opening:{e.Id:N}",
                    CorrelationId = e.CorrelationId,
                    CausationId = e.Id.ToString("N"),
                }));
        }

        return Task.CompletedTask;
    }
}

/// <summary>The message that the first day of a consultation has come. Those who want to hear of it are told once, however often it comes.</summary>
[MessageIdentity("tell_of_opening")]
public sealed record TellOfOpening(Guid ConsultationId);

public sealed class TellOfOpeningHandler(DocumentStore store, ConsultationReads consultations, NotificationOptions options, TimeProvider clock)
{
    public async Task Handle(TellOfOpening message, Envelope envelope, CancellationToken cancellationToken)
    {
        if (await consultations.FindAsync(message.ConsultationId, cancellationToken) is not { } consultation
            || consultation.StateOn(clock.DayOf(envelope)) is not ConsultationState.Open)
        {
            return;
        }

        await using var session = store.LightweightSession();
        session.QueueSqlCommand(Queue(consultation, clock.GetUtcNow()));
        await session.SaveChangesAsync(cancellationToken);
    }

    private NpgsqlBatchCommand Queue(ConsultationPage consultation, DateTimeOffset now)
    {
        var told = NotifiedEvents.QueueFor(
            $"select id as recipient_id, $2 as response_id from engagement.notification_recipients where {Interests.Match("$9", "$10", "$11")}");
        // Whoever was told before is not told again, and not counted again.
        var followers = new NpgsqlBatchCommand(
            $"""
            with told as ({told} returning id)
            insert into engagement.notification_openings as o (consultation_id, told) select $2, count(*) from told
            on conflict (consultation_id) do update set told = o.told + excluded.told
            """);
        NotifiedEvents.AddParameters(followers, NotificationKind.ConsultationOpened, consultation.Id, consultation.Id, now, options);
        followers.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. consultation.Audiences.Select(audience => $"{audience}")] });
        followers.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. consultation.About.Select(area => $"{area}")] });
        followers.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. consultation.Districts] });
        return followers;
    }
}
