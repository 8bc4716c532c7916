using Npgsql;

namespace Engagement.Surveys;

/// <summary>What a new response is given, and the statement that keeps its key; null where that is kept already.</summary>
internal sealed record PreparedResponse(Submission Submission, NpgsqlBatchCommand? KeepKey);
