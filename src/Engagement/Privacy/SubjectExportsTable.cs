using Engagement.Participants;
using Npgsql;

namespace Engagement.Privacy;

internal sealed class SubjectExportsTable : IPersonalTextTable
{
    public NpgsqlBatchCommand Erase(Guid subject) => new("delete from engagement.subject_exports where subject_id = $1")
    {
        Parameters = { new NpgsqlParameter<Guid> { TypedValue = subject } },
    };
}
