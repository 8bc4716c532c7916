using Engagement.Feedback;
using Engagement.Participants;
using Messaging;
using Npgsql;

namespace Engagement.Privacy;

public sealed class EraseSubjectHandler(IEnumerable<IPersonalTextTable> tables, ErasedViews views)
{
    public async Task Handle(EraseSubject message, MessageContext context, CancellationToken cancellationToken)
    {
        await using (var batch = new NpgsqlBatch(context.Connection, context.Transaction))
        {
            foreach (var table in tables)
                batch.BatchCommands.Add(table.Erase(message.SubjectId));

            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await views.FinishAsync(message.SubjectId, context.Envelope, cancellationToken);
    }
}
