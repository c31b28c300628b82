using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace LearnSharp;

/// <summary>
/// Runs the chunks of a pass over the rows, on several threads where a pass takes long enough to pay for them. Which thread runs which chunk
/// changes no result: every chunk writes
/// only its own places, and they are summed in order afterwards.
/// </summary>
/// <param name="maxThreads">The largest number of threads.</param>
/// <param name="cancellationToken">Ends a pass early.</param>
internal sealed class ChunkRunner(int maxThreads, CancellationToken cancellationToken)
{
    // Starting threads costs some 10 µs; below this a pass stays on one.
    private const double WorthwhileSeconds = 200e-6;

    private double _seconds;

    /// <summary>Runs all chunks.</summary>
    /// <param name="chunks">Number of chunks.</param>
    /// <param name="body">Runs one chunk.</param>
    /// <returns>Whether all were run; false when cancelled on the way. A pass that begins after the cancellation is run: it measures what was
    /// found.</returns>
    public bool Run(int chunks, Action<int> body)
    {
        var mayEnd = !cancellationToken.IsCancellationRequested;
        var threads = Math.Min(maxThreads, chunks);
        var start = Stopwatch.GetTimestamp();
        if (threads > 1 && _seconds > WorthwhileSeconds)
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
            var result = Parallel.For(0, chunks, options, (chunk, state) =>
            {
                if (mayEnd && cancellationToken.IsCancellationRequested)
                    state.Stop();
                else
                    body(chunk);
            });

            // A first pass is slow because it is compiled: that must not be held against the later ones.
            _seconds = Stopwatch.GetElapsedTime(start).TotalSeconds * threads;
            return result.IsCompleted;
        }

        for (var chunk = 0; chunk < chunks; chunk++)
        {
            if (mayEnd && cancellationToken.IsCancellationRequested)
                return false;
            body(chunk);
        }

        _seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return true;
    }
}
