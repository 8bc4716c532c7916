using Engagement.Api.People;
using Engagement.Forums;
using GraphQL;

namespace Engagement.Api.Forums;

/// <summary>Somebody who may moderate a forum.</summary>
[ObjectType<Facilitator>]
public static partial class FacilitatorNode
{
    /// <summary>Who it is.</summary>
    [BindMember(nameof(Facilitator.Id))]
    public static Person GetPerson([Parent] Facilitator facilitator) => new(facilitator.Id);
}
