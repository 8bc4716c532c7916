using CsvHelper;

namespace Engagement.EvidencePacks;

/// <summary>A table of a pack for a spreadsheet.</summary>
internal static class PackCsv
{
    // What a spreadsheet would take for a formula is given to it as text.
    private static readonly CsvWriterOptions Writing = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    public static byte[] Of(PackTable table)
    {
        using var content = new MemoryStream();
        using (var writer = CsvWriter.Create(content, Writing, leaveOpen: true))
        {
            foreach (var column in table.Columns)
                writer.WriteField(column.Name);

            writer.EndRecord();
            foreach (var row in table.Rows)
            {
                foreach (var value in row)
                    Write(writer, value);

                writer.EndRecord();
            }
        }

        return content.ToArray();
    }

    private static void Write(CsvWriter writer, object? value)
    {
        switch (value)
        {
            case int number:
                writer.WriteField(number);
                break;
            case long number:
                writer.WriteField(number);
                break;
            case decimal number:
                writer.WriteField(number);
                break;
            default:
                writer.WriteField(PackValue.ForFiles(value));
                break;
        }
    }
}
