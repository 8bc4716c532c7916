namespace Engagement.Web.YouSaidWeDid;

public sealed record EntryCardData(
    string Slug, EntryState State, string YouSaid, string WeDid, DateTimeOffset UpdatedAt, long Position, ConsultationName? Consultation);

public sealed record ConsultationName(string Slug, string Title);

public enum EntryState
{
    WeWill,
    WeDid,
    WeCannot,
}
