using Engagement.Common;
using EventStore;

namespace Engagement.Measures.Version1;

/// <summary>When all phases of education were counted together.</summary>
internal sealed record StatementsNamed(Guid InstrumentId, IReadOnlyList<string> Statements, Audience Audience);

internal sealed class StatementsNamedUpcaster : EventUpcaster<StatementsNamed, Measures.StatementsNamed>
{
    protected override Measures.StatementsNamed Upcast(StatementsNamed old) => new(old.InstrumentId, old.Statements, old.Audience, null);
}
