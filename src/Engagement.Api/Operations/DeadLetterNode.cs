using Engagement.Api.Authorization;
using Engagement.Operations;
using GraphQL;

namespace Engagement.Api.Operations;

/// <summary>A message that could not be handled.</summary>
[ObjectType<DeadLetter>, Authorize(Permissions.ManageMessages)]
public static partial class DeadLetterNode
{
    /// <summary>The message.</summary>
    [ID]
    public static Guid GetId([Parent] DeadLetter letter) => letter.Id;
}
