using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.People;
using Engagement.Api.SignIn;
using Engagement.Common;
using Engagement.Privacy;
using GraphQL;

namespace Engagement.Api.Privacy;

/// <summary>A request for erasure as it stands, with its clock. Nothing in it says who asked.</summary>
[ObjectType<ErasureCase>, GraphQLIgnore(nameof(ErasureCase.Version)), Node, Authorize(Permissions.DestroyKeys)]
public static partial class ErasureCaseNode
{
    [NodeResolver, Authorize(Permissions.DestroyKeys)]
    public static Task<ErasureCase?> LoadAsync(Guid id, PrivacyReads reads, CancellationToken cancellation) => reads.FindAsync(id, cancellation);

    /// <summary>The case.</summary>
    [ID]
    public static Guid GetId([Parent] ErasureCase erasure) => erasure.SubjectId;

    /// <summary>Whose record it is, by their pseudonym.</summary>
    [BindMember(nameof(ErasureCase.SubjectId))]
    public static Person GetSubject([Parent] ErasureCase erasure) => new(erasure.SubjectId);

    /// <summary>Whether you answered it: then somebody else destroys the key.</summary>
    [BindMember(nameof(ErasureCase.DecidedBy))]
    public static bool GetIsYourAnswer([Parent] ErasureCase erasure, ClaimsPrincipal user) => erasure.DecidedBy is { } by && user.ActorId() == by;

    /// <summary>How many days are left until the last day for the answer; below 0 when it has passed.</summary>
    public static int GetDaysLeft([Parent] ErasureCase erasure, TimeProvider clock) => erasure.AnswerBy.DayNumber - clock.LondonToday().DayNumber;

    /// <summary>Whether the last day for the answer has passed and more is to be done.</summary>
    public static bool GetIsOverdue([Parent] ErasureCase erasure, TimeProvider clock) => erasure.IsOverdueOn(clock.LondonToday());
}
