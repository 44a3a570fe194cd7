using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using ParIndex.App.SelfAssessment;

namespace ParIndex.App.Library;

/// <summary>A virus scanner (clamd) that files are sent to; null host: none is configured.</summary>
public sealed record Scanner(string? Host = null, int Port = 3310)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>What the scanner says of a file; without an answer it stays in quarantine.</summary>
    public async Task<FileState> OfAsync(Stream content, CancellationToken cancel)
    {
        if (Host is null) return FileState.NotScanned;
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            patience.CancelAfter(Patience);
            using var client = new TcpClient();
            await client.ConnectAsync(Host, Port, patience.Token);
            await using var wire = client.GetStream();
            await wire.WriteAsync("zINSTREAM\0"u8.ToArray(), patience.Token);
            var chunk = new byte[1 << 16];
            var length = new byte[4];
            content.Position = 0;
            int read;
            while ((read = await content.ReadAsync(chunk, patience.Token)) > 0)
            {
                BinaryPrimitives.WriteInt32BigEndian(length, read);
                await wire.WriteAsync(length, patience.Token);
                await wire.WriteAsync(chunk.AsMemory(0, read), patience.Token);
            }

            await wire.WriteAsync(new byte[4], patience.Token);
            using var answer = new StreamReader(wire, Encoding.ASCII);
            var said = await answer.ReadToEndAsync(patience.Token);
            return said.Contains("FOUND", StringComparison.Ordinal) ? FileState.Infected : said.Contains("OK", StringComparison.Ordinal) ? FileState.Clean : FileState.Quarantined;
        }
        catch (Exception trouble) when (trouble is SocketException or IOException || (trouble is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return FileState.Quarantined;
        }
    }
}
