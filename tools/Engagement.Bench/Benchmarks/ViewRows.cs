using EventStore;

namespace Engagement.Bench.Benchmarks;

/// <summary>A row of plain columns for each stream.</summary>
internal sealed class ViewRows : FlatTableProjection
{
    public const string TableName = "view_rows";

    public ViewRows() : base(TableName)
    {
        Table.AddColumn<Guid>("id").AsPrimaryKey();
        Table.AddColumn<Guid>("consultation");
        Table.AddColumn<int>("views").NotNull().DefaultValue("0");
        Table.AddColumn<int>("agreement").NotNull().DefaultValue("0");
        Table.AddColumn<string>("words");
        Table.AddColumn<DateTimeOffset>("at");

        Project<ViewShared>(map =>
        {
            map.Map("consultation", e => e.Data.Consultation);
            map.Increment("views");
            map.Increment("agreement", e => e.Data.Agreement);
            map.Map("words", e => e.Data.Words);
            map.Map("at", e => e.Data.At);
        });
    }
}
