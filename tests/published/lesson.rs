//! Facts of the lesson's own text: the scrubber, the shifted bowl, the median.

use super::{build, descend, end, prints};

#[test]
fn the_scrubber_shows_five_times_point_eight_to_the_k_in_all_twenty_six_rows() {
    let run = descend("bowl", 0.1, &[5.0], 25);
    assert_eq!(run.losses.len(), 26);
    for k in 0..26 {
        let closed_form = 5.0 * 0.8_f64.powi(k as i32);
        prints(run.point(k)[0], &format!("{closed_form:.4}"));
        prints(run.losses[k], &format!("{:.4}", closed_form * closed_form));
    }
}

#[test]
fn the_rows_printed_in_the_text_are_the_scrubbers() {
    let run = descend("bowl", 0.1, &[5.0], 25);
    let printed = [
        (0, "5.0000", "25.0000"),
        (1, "4.0000", "16.0000"),
        (2, "3.2000", "10.2400"),
        (5, "1.6384", "2.6844"),
        (10, "0.5369", "0.2882"),
        (15, "0.1759", "0.0309"),
        (20, "0.0576", "0.0033"),
        (25, "0.0189", "0.0004"),
    ];
    for (k, x, loss) in printed {
        prints(run.point(k)[0], x);
        prints(run.losses[k], loss);
    }
}

#[test]
fn the_shifted_bowl_prints_its_six_values_every_five_epochs() {
    let run = descend("shiftedBowl", 0.1, &[8.0], 30);
    let printed = ["4.638400", "3.536871", "3.175922", "3.057646", "3.018889", "3.006190"];
    for (index, text) in printed.iter().enumerate() {
        prints(run.point(5 * (index + 1))[0], text);
    }
    assert!(end(&run)[0] - 3.0 < 0.0062);
}

#[test]
fn point_nine_and_point_one_end_equally_near_the_shifted_bowls_bottom() {
    for (rate, printed) in [(0.9, "3.0576"), (0.1, "3.0576"), (0.01, "6.3380")] {
        prints(end(&descend("shiftedBowl", rate, &[8.0], 20))[0], printed);
    }
}

#[test]
fn absolute_error_bounces_round_the_median_for_ever() {
    let run = descend("absoluteError", 1.0, &[24.5], 1000);
    assert_eq!(run.points[..7], [24.5, 21.5, 20.5, 19.5, 18.5, 19.5, 18.5]);
    assert!(run.points[3..].chunks_exact(2).all(|pair| *pair == [19.5, 18.5]));
}

#[test]
fn absolute_errors_gradient_is_a_sum_of_signs_and_zero_for_a_term_at_its_kink() {
    let loss = build("absoluteError");
    let mut slope = [0.0];
    let signs = [(24.5, 3.0), (21.5, 1.0), (20.5, 1.0), (19.5, 1.0), (18.5, -1.0), (19.0, 0.0), (24.0, 2.0)];
    for (theta, sum) in signs {
        loss.gradient(&[theta], &mut slope);
        assert_eq!(slope, [sum], "at {theta}");
    }
}

#[test]
fn squared_error_settles_on_the_mean() {
    let run = descend("squaredError", 0.1, &[24.5], 100);
    assert!((end(&run)[0] - 20.0).abs() < 1e-12);
}
