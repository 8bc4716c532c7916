namespace Engagement.History;

/// <summary>The things whose history can be read.</summary>
public enum HistoryKind
{
    Consultation,
    Instrument,
    Wave,
    View,
    Theme,
    Loop,
    Forum,
    Topic,
    Contribution,
    Activity,
    Group,
    Meeting,
    Barrier,
    KeyAction,
    Measure,
    CharterEdition,
    CommissioningActivity,
    StatementDocument,
    Release,
    EvidencePack,
}
