using Engagement.Participants;
using Npgsql;

namespace Engagement.Feedback;

/// <summary>The words of views that officers read, and what is searched by them.</summary>
internal sealed class ViewTexts : IPersonalTextTable
{
    public NpgsqlBatchCommand Erase(Guid subject) => new("update engagement.views set text = null where subject_id = $1 and text is not null")
    {
        Parameters = { new NpgsqlParameter<Guid> { TypedValue = subject } },
    };
}
