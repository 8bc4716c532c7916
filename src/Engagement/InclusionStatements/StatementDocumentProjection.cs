using EventStore;

namespace Engagement.InclusionStatements;

/// <summary>A document as its events tell it.</summary>
public sealed class StatementDocumentProjection : SingleStreamProjection<StatementDocument>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } = InclusionStatementsModule.Types;

    public override StatementDocument? Evolve(StatementDocument? snapshot, Guid id, IEvent e) => StatementDocument.Evolve(snapshot, e);
}
