namespace EventStore;

/// <summary>The statements about seals.</summary>
internal sealed class SealSql(string schema)
{
    private const string Header = "number, first_seq_id, last_seq_id, event_count, merkle_root, sealed_at, previous_hash, hash";

    /// <summary>Whether it is this session's turn to seal, until its transaction ends.</summary>
    public string TakeTurn { get; } = $"select pg_try_advisory_xact_lock(hashtextextended('EventStore:{schema}:seals', 0))";

    public string Latest { get; } = $"select {Header} from {schema}.mt_seals order by number desc limit 1";

    public string LatestBy { get; } = $"select {Header} from {schema}.mt_seals where sealed_at <= $1 order by number desc limit 1";

    public string ByNumber { get; } = $"select {Header} from {schema}.mt_seals where number = $1";

    public string After { get; } = $"select {Header} from {schema}.mt_seals where number > $1 order by number limit $2";

    public string Covering { get; } = $"select {Header}, leaves from {schema}.mt_seals where last_seq_id >= $1 order by last_seq_id limit 1";

    public string Next { get; } = $"select {Header}, leaves from {schema}.mt_seals where number > $1 order by number limit 1";

    public string FirstUpTo { get; } = $"select number from {schema}.mt_seals where last_seq_id >= $1 order by number limit 1";

    public string Insert { get; } = $"insert into {schema}.mt_seals ({Header}, leaves) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    public string EventAt { get; } = $"select {EventDigest.Columns} from {schema}.mt_events where seq_id = $1";

    public string EventsAt { get; } = $"select {EventDigest.Columns} from {schema}.mt_events where seq_id = any($1)";

    public string EventsBetween { get; } = $"select {EventDigest.Columns} from {schema}.mt_events where seq_id >= $1 and seq_id <= $2 order by seq_id";

    public string EventsToSeal { get; } = $"select {EventDigest.Columns} from {schema}.mt_events where seq_id > $1 and seq_id <= $2 order by seq_id limit $3";
}
