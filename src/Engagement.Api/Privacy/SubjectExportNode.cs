using Engagement.Privacy;
using GraphQL;

namespace Engagement.Api.Privacy;

/// <summary>Everything that we hold of one person, twice the same: for programs and for people.</summary>
[ObjectType<SubjectExport>]
public static partial class SubjectExportNode
{
    /// <summary>The export, to fetch it again until it is deleted.</summary>
    [ID]
    public static Guid GetId([Parent] SubjectExport export) => export.Id;
}
