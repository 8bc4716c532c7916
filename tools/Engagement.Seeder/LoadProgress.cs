namespace Engagement.Seeder;

/// <summary>Counts what is told, from any thread.</summary>
internal sealed class LoadProgress(IProgress<DemonstrationStep>? listener, int total)
{
    private int _done;
    private string _story = "";

    public void Begin(string story)
    {
        _story = story;
        Advance(0);
    }

    public void Advance(int count = 1) => listener?.Report(new DemonstrationStep(_story, Interlocked.Add(ref _done, count), total));
}
