using Engagement.Api.Authorization;
using Engagement.Surveys;

namespace Engagement.Api.Surveys;

/// <summary>Anyone may read the questions that people are asked; a draft is its editors' own.</summary>
internal sealed class InstrumentRule : IObjectRule<InstrumentSheet>
{
    public bool IsPublic(InstrumentSheet thing) => thing.PublishedVersion is not null;

    public bool Allows(Asker asker, Grant grant, InstrumentSheet thing) => grant.Reach == Reach.Everywhere;
}
