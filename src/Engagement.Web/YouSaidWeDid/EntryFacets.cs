using Engagement.Web.HaveYourSay;

namespace Engagement.Web.YouSaidWeDid;

/// <summary>How many entries each further choice would leave.</summary>
public sealed record EntryFacets(IReadOnlyList<EntriesOfState> States, IReadOnlyList<EntriesOfDistrict> Districts, IReadOnlyList<EntriesOfAudience> Audiences)
{
    public static EntryFacets None { get; } = new([], [], []);
}

public sealed record EntriesOfState(EntryState State, int Count);

public sealed record EntriesOfDistrict(string District, int Count);

public sealed record EntriesOfAudience(Audience Audience, int Count);
