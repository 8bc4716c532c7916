using Engagement.Surveys;

namespace Engagement.Api.Common;

/// <summary>How the responses of one request reached us: through a client of the API, unless our own pages say that it was them.</summary>
public sealed class SubmissionChannel
{
    public Channel Channel { get; set; } = Channel.Api;
}
